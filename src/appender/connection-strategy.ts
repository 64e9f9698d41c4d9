import { componentProperty, defineComponent, type ComponentDefinition, type NestedProperty } from "../core/component.js";
import type { ConnectionStrategy } from "../sink/route.js";
import { MIN_CONNECTION_TIME_MS } from "../sink/tcp-defaults.js";
import { durationProperty } from "./network-properties.js";

/** Which destination is connected to, and for how long. */
export interface ChosenStrategy {
  readonly strategy: ConnectionStrategy;
  /** Milliseconds; with `preferPrimary` of a connection to another than the first destination. */
  readonly connectionTtlMs: number | undefined;
  readonly minConnectionTimeBeforePrimaryMs?: number;
}

const PACKAGE = "net.logstash.logback.appender.destination";

/** The `<connectionStrategy>` of an appender. */
export const STRATEGY_PROPERTY: NestedProperty<ChosenStrategy | undefined> = componentProperty<ChosenStrategy>("value", {
  defaultClassName: `${PACKAGE}.DelegateDestinationConnectionStrategy`,
});

/**
 * `<preferPrimary>`: the first destination, and the others in order while it fails.
 *
 * - `<secondaryConnectionTTL>`: how long one of the others is used before the first is tried again; as long as it holds unless given.
 * - `<minConnectionTimeBeforePrimary>`: after a connection that held shorter the next destination is tried; 10 seconds unless given.
 */
export const preferPrimaryStrategy: ComponentDefinition<ChosenStrategy> = defineComponent({
  kind: "value",
  classNames: [`${PACKAGE}.PreferPrimaryDestinationConnectionStrategy`],
  properties: { secondaryConnectionTTL: durationProperty(undefined, 1), minConnectionTimeBeforePrimary: durationProperty(MIN_CONNECTION_TIME_MS) },
  create: ({ secondaryConnectionTTL, minConnectionTimeBeforePrimary }) => ({
    strategy: "preferPrimary",
    connectionTtlMs: secondaryConnectionTTL,
    minConnectionTimeBeforePrimaryMs: minConnectionTimeBeforePrimary,
  }),
});

/** `<roundRobin>`: each destination in turn; `<connectionTTL>` says how long each is used. */
export const roundRobinStrategy: ComponentDefinition<ChosenStrategy> = withTtl("roundRobin", "RoundRobinDestinationConnectionStrategy");

/** `<random>`: any destination; `<connectionTTL>` says how long it is used. */
export const randomStrategy: ComponentDefinition<ChosenStrategy> = withTtl("random", "RandomDestinationConnectionStrategy");

/**
 * `<connectionStrategy>`: one of `<preferPrimary>`, `<roundRobin>` and `<random>`; `<preferPrimary>` unless given.
 *
 * Source: logstash-logback-encoder 9.0, "TCP Appenders".
 */
export const delegateConnectionStrategy: ComponentDefinition<ChosenStrategy> = defineComponent({
  kind: "value",
  classNames: [`${PACKAGE}.DelegateDestinationConnectionStrategy`],
  properties: {
    preferPrimary: componentProperty<ChosenStrategy>("value", { defaultClassName: `${PACKAGE}.PreferPrimaryDestinationConnectionStrategy` }),
    roundRobin: componentProperty<ChosenStrategy>("value", { defaultClassName: `${PACKAGE}.RoundRobinDestinationConnectionStrategy` }),
    random: componentProperty<ChosenStrategy>("value", { defaultClassName: `${PACKAGE}.RandomDestinationConnectionStrategy` }),
  },
  create: ({ preferPrimary, roundRobin, random }) => random ?? roundRobin ?? preferPrimary,
});

function withTtl(strategy: ConnectionStrategy, className: string): ComponentDefinition<ChosenStrategy> {
  return defineComponent({
    kind: "value",
    classNames: [`${PACKAGE}.${className}`],
    properties: { connectionTTL: durationProperty(undefined, 1) },
    create: ({ connectionTTL }) => ({ strategy, connectionTtlMs: connectionTTL }),
  });
}
