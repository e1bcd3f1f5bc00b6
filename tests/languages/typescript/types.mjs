// Makes node_modules/.types/<document>.d.ts from each document: money is text already, and whole numbers become text
// too, since a number of JavaScript has 53 bits and an id has 64.

import { mkdir, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const text = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
const none = ts.factory.createLiteralTypeNode(ts.factory.createNull());
const here = new URL("node_modules/.types/", import.meta.url);
await mkdir(here, { recursive: true });
for (const name of ["alpaca-broker", "clear-street"]) {
  const document = new URL(`../../../openapi/${name}.yaml`, import.meta.url);
  const wholeNumber = (schema) => [schema.type].flat().includes("integer");
  const nullable = (schema) => [schema.type].flat().includes("null");
  const transform = (schema) => {
    if (!wholeNumber(schema)) return undefined;
    return nullable(schema) ? ts.factory.createUnionTypeNode([text, none]) : text;
  };
  await writeFile(new URL(`${name}.d.ts`, here), astToString(await openapiTS(document, { transform })));
}
