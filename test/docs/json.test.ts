import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { logstashEncoder } from "../../src/encoder/logstash-encoder.js";
import { jsonProviders } from "../../src/encoder/providers/providers.js";
import { saidOf } from "../support/configured.js";

const text = readFileSync(new URL("../../docs/json.md", import.meta.url), "utf8");

test("docs/json.md shows configurations that work", () => {
  const configurations = [...text.matchAll(/```xml\n([^]*?)```/g)].map(([, xml = ""]) => xml);

  expect(configurations.map((xml) => saidOf(xml))).toEqual([[], []]);
});

test("docs/json.md names every provider and no other", () => {
  const named = [...text.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = ""]) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));

  expect(named.toSorted()).toEqual(Object.keys(jsonProviders.properties).toSorted());
});

test("docs/json.md names every property of the encoder that has an effect", () => {
  const [, list = ""] = /Its properties are [^:]*: ([^]*?)\. Structured/.exec(text) ?? [];
  const ofNoEffect = ["includeStructuredArguments", "minBufferSize", "findAndRegisterJacksonModules", "jsonGeneratorDecorator", "jsonFactoryDecorator", "decorator"];
  const named = [...list.matchAll(/`(\w+)`/g)].map(([, name]) => name);

  expect(named.toSorted()).toEqual(Object.keys(logstashEncoder.properties).filter((name) => !ofNoEffect.includes(name)).toSorted());
});
