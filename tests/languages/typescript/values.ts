// The values of the vectors: every number is text, digit for digit, since a number of JavaScript would round it.

/** A JSON number as it was written. */
export class Digits {
  constructor(readonly text: string) {}
}
export type Json = null | boolean | string | Digits | Json[] | Map<string, Json>;
export type Neutral = null | boolean | string | Neutral[] | { [name: string]: Neutral };

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** Strict JSON that loses no digit: numbers are marked as such inside the text, then read as text. */
export function parse(text: string): Json {
  JSON.parse(text); // refuses what is not JSON, before anything is marked
  const marked = text.replace(TOKEN, (token) => (token.startsWith('"') ? `"s${token.slice(1)}` : `"n${token}"`));
  return unmarked(JSON.parse(marked));
}

function unmarked(value: unknown): Json {
  if (typeof value === "string") return value.startsWith("n") ? new Digits(value.slice(1)) : value.slice(1);
  if (Array.isArray(value)) return value.map(unmarked);
  if (value === null || typeof value === "boolean") return value;
  return new Map(Object.entries(value as object).map(([name, item]) => [name.slice(1), unmarked(item)]));
}

/** A value of which the document says nothing. */
export function raw(value: Json): Neutral {
  if (value instanceof Digits) return value.text;
  if (Array.isArray(value)) return value.map(raw);
  if (value instanceof Map) return Object.fromEntries([...value].map(([name, item]) => [name, raw(item)]));
  return value;
}

/** An amount in plain notation, or nothing if the text is none. */
export function plain(text: string): string | undefined {
  const parts = /^([+-]?)(?:(\d+)\.?(\d*)|\.(\d+))(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!parts) return undefined;
  const [, sign, whole = "", after = "", alone = "", exponent = "0"] = parts;
  let digits = whole + after + alone;
  let point = whole.length + Number(exponent);
  if (point <= 0) [digits, point] = ["0".repeat(1 - point) + digits, 1];
  digits = digits.padEnd(point, "0");
  const [front, back] = [digits.slice(0, point).replace(/^0+(?=\d)/, ""), digits.slice(point)];
  return (sign === "-" ? "-" : "") + front + (back && `.${back}`);
}

/** A whole number; a fraction of zero and an exponent do no harm. */
export function whole(text: string): string | undefined {
  return /^(-?\d+)(?:\.0*)?$/.exec(plain(text) ?? "")?.[1];
}

export function uuid(text: string): string | undefined {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text.toLowerCase() : undefined;
}

export function day(text: string): string | undefined {
  const moment = new Date(`${text}T00:00:00Z`);
  const exists = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(moment.getTime());
  return exists && moment.toISOString().startsWith(text) ? text : undefined;
}

/** A moment in UTC with microseconds; finer digits are dropped. */
export function moment(text: string): string | undefined {
  const hours = "[01]\\d|2[0-3]";
  const spelling = `^(.{10})[T ](${hours})(:[0-5]\\d:[0-5]\\d)(?:\\.(\\d+))?(Z|[+-](?:${hours}):[0-5]\\d)?$`;
  const parts = new RegExp(spelling).exec(text.toUpperCase());
  if (!parts || !day(parts[1]!)) return undefined;
  const [, date, hour, rest, fraction = "", zone = "Z"] = parts;
  const found = new Date(`${date}T${hour}${rest}${zone}`).toISOString().slice(0, 19);
  return `${found}.${fraction.padEnd(6, "0").slice(0, 6)}Z`;
}
