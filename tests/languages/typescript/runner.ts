// Runs every vector through clients that openapi-fetch makes from the two documents, over a connection on the loopback.

import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { type IncomingMessage, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { isDeepStrictEqual } from "node:util";
import createClient from "openapi-fetch";
import { parse as parseYaml } from "yaml";
import type { components as Alpaca, paths as AlpacaPaths } from "./node_modules/.types/alpaca-broker.js";
import type { components as Street, paths as StreetPaths } from "./node_modules/.types/clear-street.js";
import { Document, Refused, type Spec, Unreadable } from "./document.js";
import { type Json, parse } from "./values.js";

// Money and ids are text to the compiler too.
type IsText<T extends string> = T;
export type Checked = [
  IsText<Alpaca["schemas"]["Position"]["qty"]>,
  IsText<Street["schemas"]["Position"]["market_value"]>,
  IsText<Street["schemas"]["Position"]["account_id"]>,
];

interface Sent { method: string; path: string; query: string; headers: Record<string, string>; body: string | null }
interface Vector {
  name: string;
  operation: string;
  arguments?: Record<string, unknown>;
  credentials?: { username?: string; password?: string; token?: string };
  request?: Sent;
  response?: { status: number; headers: Record<string, string>; json?: unknown; body?: string; base64?: string };
  value?: unknown;
  error?: unknown;
  kinds?: Record<string, string>;
}

const FOLDER = process.argv[2]!;
let arrived: Sent[] = [];
let answer: NonNullable<Vector["response"]> = { status: 200, headers: {}, body: "" };

async function receive(message: IncomingMessage): Promise<Sent> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  const [path = "", query = ""] = (message.url ?? "").split(/\?(.*)/s);
  const spoken = ["accept", "content-type", "authorization"].filter((name) => name in message.headers);
  const headers = Object.fromEntries(spoken.map((name) => [name, String(message.headers[name])]));
  const body = parts.length || "content-type" in headers ? Buffer.concat(parts).toString("utf-8") : null;
  return { method: message.method ?? "", path, query, headers, body };
}

const server = createServer(async (message, reply) => {
  arrived.push(await receive(message));
  const { json, body, base64 } = answer;
  const bytes = base64 ? Buffer.from(base64, "base64") : Buffer.from(body ?? JSON.stringify(json), "utf-8");
  reply.writeHead(answer.status, answer.headers).end(bytes);
}).listen(0, "127.0.0.1");
await once(server, "listening");
const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Everything but what RFC 3986 calls unreserved. */
const quoted = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

function authorization({ username, password, token }: NonNullable<Vector["credentials"]>): string {
  const secret = token ?? `${username}:${password}`;
  const fits = token === undefined ? !/[\p{Cc}]/u.test(secret) && !username?.includes(":") : /^[!-~]+$/.test(secret);
  if (!fits) throw new Refused("fits no header");
  return token === undefined ? `Basic ${Buffer.from(secret, "utf-8").toString("base64")}` : `Bearer ${token}`;
}

/** What a vector gives is checked when it runs; which paths and methods there are, when this is compiled. */
const as = <T>(value: unknown): T => value as T;

async function call(document: Document, vector: Vector, given: Record<string, unknown>): Promise<[number, Uint8Array]> {
  const { path, query } = document.prepare(vector.operation, given);
  const who = vector.credentials && { authorization: authorization(vector.credentials) };
  let bytes = new Uint8Array();
  const settings = {
    baseUrl,
    headers: { accept: "application/json", ...who },
    redirect: "manual" as const,
    pathSerializer: (template: string, values: Record<string, unknown>) =>
      template.replace(/\{(\w+)\}/g, (_, name: string) => quoted(String(values[name]))),
    querySerializer: (values: object) =>
      Object.entries(values).map(([name, value]) => `${name}=${[value].flat().map(quoted).join(",")}`).join("&"),
    fetch: async (request: Request) => {
      const response = await fetch(request);
      bytes = new Uint8Array(await response.clone().arrayBuffer());
      return response;
    },
  };
  const [alpaca, street] = [createClient<AlpacaPaths>(settings), createClient<StreetPaths>(settings)];
  const params = { path: as<never>(path), query: as<never>(query) };
  const how = { params, parseAs: "stream" as const, ...("body" in given && { body: as<never>(given["body"]) }) };
  const one = "/v1/trading/accounts/{account_id}/positions/{symbol_or_asset_id}" as const;
  const calls: Record<string, () => Promise<{ response: Response }>> = {
    get_all_positions_for_account: () => alpaca.GET("/v1/trading/accounts/{account_id}/positions", how),
    close_all_positions_for_account: () => alpaca.DELETE("/v1/trading/accounts/{account_id}/positions", how),
    getPositionsForAccountBySymbol: () => alpaca.GET(one, how),
    close_position_for_account: () => alpaca.DELETE(one, how),
    get_positions: () => street.GET("/v1/accounts/{account_id}/positions", how),
    close_positions: () => street.DELETE("/v1/accounts/{account_id}/positions", how),
    close_position: () => street.DELETE("/v1/accounts/{account_id}/positions/{instrument_id}", how),
  };
  const { response } = await calls[vector.operation]!();
  return [response.status, bytes];
}

function understood(document: Document, operation: string, status: number, bytes: Uint8Array): Partial<Vector> {
  let body: Json;
  try {
    body = parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return { error: { kind: "unreadable", at: "$" } };
  }
  try {
    const [failure, value] = document.answer(operation, status, body);
    const kinds = Object.keys(document.kinds).length ? { kinds: document.kinds } : {};
    return failure ? { error: { kind: "failure", value }, ...kinds } : { value, ...kinds };
  } catch (error) {
    if (error instanceof Unreadable) return { error: { kind: "unreadable", at: error.at } };
    throw error;
  }
}

async function outcome(document: Document, vector: Vector, ids: Record<string, string>): Promise<Partial<Vector>> {
  [arrived, answer] = [[], vector.response ?? { status: 500, headers: {}, body: "" }];
  try {
    const [status, bytes] = await call(document, vector, vector.arguments ?? ids);
    if (vector.response) return understood(document, vector.operation, status, bytes);
    return { request: as(arrived.length === 1 && arrived[0]) };
  } catch (error) {
    if (error instanceof Refused && !arrived.length) return { error: { kind: "refused" } };
    throw error;
  }
}

let [passed, failed] = [0, 0];
for (const name of ["alpaca-broker", "clear-street"]) {
  const document = new Document(parseYaml(readFileSync(`${FOLDER}/../${name}.yaml`, "utf-8")) as Spec);
  const account = name === "clear-street" ? "19816" : "3f2b8a64-0c1d-4f7e-9a55-7d6c5b4a3921";
  const ids = { account_id: account, symbol_or_asset_id: "AAPL", instrument_id: "AAPL" };
  for (const file of readdirSync(`${FOLDER}/${name}`)) {
    const content = readFileSync(`${FOLDER}/${name}/${file}`, "utf-8");
    const { requests, responses } = JSON.parse(content) as Record<string, Vector[]>;
    for (const vector of requests ?? responses ?? []) {
      const found = await outcome(document, vector, ids);
      const told = Object.entries(vector).filter(([key]) => ["request", "value", "error", "kinds"].includes(key));
      const wanted = Object.fromEntries(told);
      if (isDeepStrictEqual(found, wanted)) passed += 1;
      else {
        failed += 1;
        console.error(`${name}/${file}: ${vector.name}`);
        console.error(`  wanted ${JSON.stringify(wanted)}\n  found  ${JSON.stringify(found)}`);
      }
    }
  }
}
server.close();
server.closeAllConnections();
console.log(`${passed} vectors passed, ${failed} failed`);
process.exitCode = failed || !passed ? 1 : 0;
