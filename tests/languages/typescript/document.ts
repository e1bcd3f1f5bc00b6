// What an OpenAPI document says of its operations: how arguments are checked, and how answers are read.

import { type Json, type Neutral, Digits, day, moment, plain, raw, uuid, whole } from "./values.js";

interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
}
interface Parameter { name: string; in: "path" | "query"; schema: Schema }
interface Answer { $ref?: string; content: { "application/json": { schema: Schema } } }
interface Operation { operationId: string; parameters?: Parameter[]; responses: Record<string, Answer> }
interface Item { parameters?: Parameter[]; get?: Operation; delete?: Operation }
export interface Spec { paths: Record<string, Item>; components: object }

export class Refused extends Error {}
export class Unreadable extends Error {
  constructor(readonly at: string) {
    super(`unreadable at ${at}`);
  }
}

export class Document {
  /** Which schema each choice of the last answer fell on, by JSON Pointer. */
  kinds: Record<string, string> = {};
  constructor(private readonly spec: Spec) {}

  /** The arguments in the order of the document, each checked against what the document says of it. */
  prepare(id: string, given: Record<string, unknown>) {
    const [shared, operation] = this.operation(id);
    const found = { path: {} as Record<string, string>, query: {} as Record<string, string | string[]> };
    for (const parameter of [...shared, ...(operation.parameters ?? [])]) {
      const value = given[parameter.name];
      if (value === undefined) continue;
      if (Array.isArray(value) && !value.length) throw new Refused("an empty list asks for everything");
      const text = Array.isArray(value) ? value.map(String) : this.argument(parameter.schema, value);
      if (parameter.in === "query") found.query[parameter.name] = text;
      else if (["", ".", ".."].includes(String(text))) throw new Refused("would be folded away");
      else found.path[parameter.name] = String(text);
    }
    return found;
  }

  private argument(schema: Schema, value: unknown): string {
    const check = { decimal: plain, uuid, int64: whole }[schema.format ?? ""];
    const text = check ? check(String(value)) : String(value);
    if (text === undefined) throw new Refused("not what the document says");
    return text;
  }

  /** The value of an answer, and whether the document calls it a failure. */
  answer(id: string, status: number, body: Json): [boolean, Neutral] {
    const responses = this.operation(id)[1].responses;
    const said = responses[status] ?? responses["default"]!;
    const { schema } = this.resolve(said).content["application/json"];
    this.kinds = {};
    return [!(status in responses) || status >= 400, this.read(schema, body, "$", "")];
  }

  private operation(id: string): [Parameter[], Operation] {
    for (const item of Object.values(this.spec.paths)) {
      const found = [item.get, item.delete].find((operation) => operation?.operationId === id);
      if (found) return [item.parameters ?? [], found];
    }
    throw new Error(`no operation ${id}`);
  }

  private resolve<T extends { $ref?: string }>(value: T): T {
    if (!value.$ref) return value;
    const steps = value.$ref.split("/").slice(1);
    return steps.reduce((at, step) => (at as Record<string, unknown>)[step], this.spec as unknown) as T;
  }

  /** A schema with what it refers to and is made of in one. */
  private whole(schema: Schema): Schema {
    const own = this.resolve(schema);
    return (own.allOf ?? []).map((part) => this.whole(part)).reduceRight((sum, part) => {
      const properties = { ...part.properties, ...sum.properties };
      const required = [...(part.required ?? []), ...(sum.required ?? [])];
      return { ...part, ...sum, properties, required };
    }, own);
  }

  private read(named: Schema, value: Json, at: string, pointer: string): Neutral {
    const schema = this.whole(named);
    if (schema.oneOf) return this.choose(schema.oneOf, value, at, pointer);
    const types = [schema.type ?? []].flat();
    if (!types.length) return raw(value);
    if (value === null && types.includes("null")) return null;
    const found = types.includes("object") ? this.members(schema, value, at, pointer)
      : types.includes("array") ? this.items(schema, value, at, pointer)
      : scalar(types, schema.format, value);
    if (found === undefined) throw new Unreadable(at);
    return found;
  }

  private members(schema: Schema, value: Json, at: string, pointer: string): Neutral | undefined {
    if (!(value instanceof Map)) return undefined;
    const found = new Map([...value].map(([name, item]) => [name, raw(item)]));
    const required = (name: string) => schema.required?.includes(name) ?? false;
    const names = Object.keys(schema.properties ?? {});
    for (const name of [...names.filter(required), ...names.filter((one) => !required(one))]) {
      const item = value.get(name);
      const known = schema.properties![name]!;
      if (item !== undefined) found.set(name, this.read(known, item, `${at}.${name}`, `${pointer}/${name}`));
      else if (required(name)) throw new Unreadable(`${at}.${name}`);
    }
    return Object.fromEntries(found);
  }

  private items(schema: Schema, value: Json, at: string, pointer: string): Neutral | undefined {
    if (!Array.isArray(value)) return undefined;
    return value.map((item, i) => this.read(schema.items!, item, `${at}[${i}]`, `${pointer}/${i}`));
  }

  /** Of objects, the one that knows most of the names; what fits none is kept as it came. */
  private choose(choices: Schema[], value: Json, at: string, pointer: string): Neutral {
    const shapes = choices.filter((choice) => this.whole(choice).properties);
    if (!(value instanceof Map) || !shapes.length) {
      for (const choice of choices.filter((one) => !shapes.includes(one)))
        try {
          return this.read(choice, value, at, pointer);
        } catch (error) {
          if (!(error instanceof Unreadable)) throw error;
        }
      if (value === null || !shapes.length) throw new Unreadable(at);
    } else {
      const names = [...value.keys()];
      const knows = (shape: Schema, name: string) => Object.hasOwn(this.whole(shape).properties!, name);
      const known = shapes.map((shape) => names.filter((name) => knows(shape, name)).length);
      for (const shape of shapes.filter((_, i) => known[i] && known[i] === Math.max(...known)))
        try {
          const found = this.read(shape, value, at, pointer);
          this.kinds[pointer] = shape.$ref!.split("/").at(-1)!;
          return found;
        } catch (error) {
          if (!(error instanceof Unreadable)) throw error;
        }
    }
    this.kinds[pointer] = "raw";
    return raw(value);
  }
}

function scalar(types: string[], format: string | undefined, value: Json): Neutral | undefined {
  if (types.includes("boolean")) return typeof value === "boolean" ? value : undefined;
  if (types.includes("integer")) return value instanceof Digits ? whole(value.text) : undefined;
  if (format === "decimal" && value instanceof Digits) return plain(value.text);
  if (!types.includes("string") || typeof value !== "string") return undefined;
  return ({ decimal: plain, uuid, date: day, "date-time": moment }[format ?? ""] ?? String)(value);
}
