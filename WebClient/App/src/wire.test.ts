import { describe, expect, it } from 'vitest';
import commandsText from '../../../Tests/Wire/golden/commands.json?raw';
import historiesText from '../../../Tests/Wire/golden/histories.json?raw';
import messagesText from '../../../Tests/Wire/golden/messages.json?raw';
import patchesText from '../../../Tests/Wire/golden/patches.json?raw';
import shapesText from '../../../Tests/Wire/golden/shapes.json?raw';
import { predict } from './sync/predict';
import { applyPatch } from './sync/records';
import { RecordStore } from './sync/store';
import { contentOf } from './sync/testing/content';
import { everyCommand } from './sync/testing/everyCommand';
import type { ClientCommand, Patch } from './wire';
import * as wire from './wire';

// The other half of these tests is Tests/Wire/GoldenTests.cs.

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
type JsonObject = { readonly [name: string]: Json };

const shapes = JSON.parse(shapesText) as { readonly [type: string]: { readonly [field: string]: string } };
const exported: { readonly [name: string]: unknown } = wire;

/** What is wrong with a value that should be of a TypeScript type, as wire.ts writes it; an empty text when nothing is. */
function fault(value: Json | undefined, type: string): string {
  const wrong = `${JSON.stringify(value)} is no ${type}`;
  if (type.endsWith(' | null')) {
    return value === null ? '' : fault(value, type.slice(0, -' | null'.length));
  }
  const items = /^readonly (\w+)\[\]$/.exec(type)?.[1];
  if (items !== undefined) {
    return Array.isArray(value) ? value.map((item: Json) => fault(item, items)).join('') : wrong;
  }
  const [, key, each] = /^Readonly<Partial<Record<(\w+), (\w+)>>>$/.exec(type) ?? [];
  if (key !== undefined && each !== undefined) {
    return isObject(value)
      ? Object.entries(value)
          .map(([name, item]) => fault(name, key) + fault(item, each))
          .join('')
      : wrong;
  }
  if (type.startsWith("'")) {
    return `'${String(value)}'` === type ? '' : wrong;
  }
  if (type === 'ClientCommand') {
    return isObject(value) ? fault(value, typeOfCommand(value as ClientCommand & JsonObject)) : wrong;
  }
  if (type === 'TextChange') {
    return Array.isArray(value) && value.every(isPiece) ? '' : wrong;
  }
  const shape = shapes[type];
  if (shape !== undefined) {
    return isObject(value) ? faultOfFields(value, shape) : wrong;
  }
  const names = exported[`${type.charAt(0).toLowerCase()}${type.slice(1)}Values`];
  return (Array.isArray(names) ? names.includes(value) : typeof value === type) ? '' : wrong;
}

/** PROTOCOL R50. */
function isPiece(piece: Json): boolean {
  const [length, ...lines] = Array.isArray(piece) ? (piece as readonly Json[]) : [piece];
  return typeof length === 'number' && lines.every((line) => typeof line === 'string');
}

function faultOfFields(value: JsonObject, shape: { readonly [field: string]: string }): string {
  const surplus = Object.keys(value).filter((name) => shape[name] === undefined && shape[`${name}?`] === undefined);
  const faults = Object.entries(shape).map(([field, type]) => {
    const mayBeAbsent = field.endsWith('?');
    const item = value[mayBeAbsent ? field.slice(0, -1) : field];
    return mayBeAbsent && item === undefined ? '' : fault(item, type);
  });
  return surplus.map((name) => `${name} is surplus. `).join('') + faults.join('');
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typeOfCommand(command: ClientCommand): string {
  return command.type.charAt(0).toUpperCase() + command.type.slice(1);
}

describe('what C# writes', () => {
  it.each(JSON.parse(commandsText) as readonly (ClientCommand & JsonObject)[])('is a command: $type', (command) => {
    expect(fault(command, typeOfCommand(command))).toBe('');
  });

  it.each((JSON.parse(messagesText) as readonly JsonObject[]).flatMap((message) => Object.entries(message)))(
    'is a message: %s',
    (type, message) => {
      expect(fault(message, type)).toBe('');
    },
  );

  it.each(JSON.parse(patchesText) as readonly { before: Json; after: Json; patches: readonly Patch[] }[])(
    'R6 is a patch that does what it should: $patches.0.kind',
    ({ before, after, patches }) => {
      const store = new RecordStore();
      const [put, patch, remove] = patches;
      for (const [step, expected] of [
        [put, before],
        [patch, after],
        [remove, undefined],
      ] as const) {
        expect(step).toBeDefined();
        if (step !== undefined) {
          applyPatch(store, step);
          expect(store.get(step.kind, step.id)).toEqual(expected);
        }
      }
    },
  );
});

describe('what this browser writes', () => {
  it('is a command of every type, as the golden file says (renew with: npx vitest run -u)', async () => {
    for (const command of everyCommand) {
      expect(fault(command as ClientCommand & JsonObject, typeOfCommand(command))).toBe('');
    }
    const text = `[\n${everyCommand.map((command) => JSON.stringify(command)).join(',\n')}\n]\n`;
    await expect(text).toMatchFileSnapshot('../../../Tests/Wire/golden/from-browser.json');
  });
});

interface Order {
  readonly actor: string;
  readonly at: number;
  readonly command: ClientCommand | null;
  readonly patches: { readonly [participant: string]: readonly Patch[] };
}

describe('what this browser predicts', () => {
  it('is what the board does, for every command that the board accepts', () => {
    let stores = new Map<string, RecordStore>();
    let predicted = 0;
    for (const order of JSON.parse(historiesText) as readonly Order[]) {
      stores = startsBoard(order) ? new Map() : stores;
      const store = storeOf(stores, order);
      const foreseeable = order.command !== null && !isOfEarlierText(order.command, order.at);
      const prediction = !foreseeable || order.command === null ? null : predictionOf(store, order, order.command);
      for (const [participant, viewer] of stores) {
        follow(viewer, order, participant);
      }
      if (prediction !== null) {
        expect(prediction, JSON.stringify(order.command)).toEqual(contentOf(store));
        predicted++;
      }
    }
    expect(predicted).toBeGreaterThan(200);
  });
});

/** A change of an older text comes to what the server maps it to; that is sync/text's concern. The time of an order tells the version it met. */
function isOfEarlierText(command: ClientCommand, at: number): boolean {
  return command.type === 'changeIdeaBody' && command.base < (at - 1_700_000_000_000) / 1000;
}

function startsBoard(order: Order): boolean {
  return order.patches['']?.some((patch) => patch.kind === 'board' && patch.op === 'put') ?? false;
}

/** The store of whoever gave the order; somebody new sees what the others see, and no dots or reactions of their own yet. */
function storeOf(stores: Map<string, RecordStore>, order: Order): RecordStore {
  const found = stores.get(order.actor);
  if (found !== undefined) {
    return found;
  }
  const made = new RecordStore();
  const [other] = stores.values();
  for (const kind of wire.recordKindValues.filter((each) => each !== 'mine')) {
    for (const record of other?.all(kind) ?? []) {
      made.put(kind, record);
    }
  }
  stores.set(order.actor, made);
  return made;
}

function predictionOf(store: RecordStore, order: Order, command: ClientCommand): ReturnType<typeof contentOf> {
  const log = store.recorded(() => predict(store, command, { participant: order.actor, at: order.at }));
  const content = contentOf(store);
  store.undo(log);
  return content;
}

function follow(store: RecordStore, order: Order, participant: string): void {
  for (const patch of [...(order.patches[''] ?? []), ...(order.patches[participant] ?? [])]) {
    applyPatch(store, patch);
  }
}
