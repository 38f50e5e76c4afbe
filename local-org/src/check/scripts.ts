/** Bodies of triggers and anonymous blocks. */
import type { ObjectType } from '../schema/model.ts';
import type { TriggerUnit } from '../syntax/tree.ts';
import type { BoundStatement } from '../types/bound.ts';
import { Types } from '../types/types.ts';
import { createContext, type BodyKind } from './context.ts';
import { completes } from './flow.ts';
import { isPlatformGap } from './names.ts';
import { fail, failNotSupported } from './report.ts';
import { block } from './statements/statement.ts';
import type { UnitState } from './userTypes.ts';
import type { World } from './world.ts';

/** Objects that only the platform writes, or that it writes past all triggers. */
const platforms: ReadonlySet<string> = new Set([
  'AggregateResult',
  'AsyncApexJob',
  'CampaignMemberStatus',
  'CronJobDetail',
  'CronTrigger',
  'Name',
]);

/** Sources differ about price books. */
const disputed: ReadonlySet<string> = new Set(['Pricebook2', 'PricebookEntry']);

const isWithoutTriggers = ({ name, kind, setup, shareOf }: ObjectType): boolean =>
  kind === 'customMetadata' || kind === 'customSetting' || (setup && name !== 'User') || shareOf !== undefined || platforms.has(name);

/** The trigger's object by its canonical name. */
export function triggerObject(world: World, trigger: TriggerUnit): string {
  const object = world.schema.object(trigger.object);
  if (!object) {
    if (isPlatformGap(world, trigger.object)) failNotSupported(trigger.span, `triggers on ${trigger.object}`);
    return fail(trigger.span, `Trigger type isn't an SObject: ${trigger.object}`);
  }
  if (disputed.has(object.name)) failNotSupported(trigger.span, `triggers on ${object.name}`);
  if (isWithoutTriggers(object)) fail(trigger.span, `SObject type does not allow triggers: ${object.name}`);
  if (object.kind === 'event' && trigger.events.some((event) => event !== 'after insert')) {
    fail(trigger.span, `Platform Event SObjects only supports after insert: ${object.name}`);
  }
  return object.name;
}

export function scriptBody(world: World, unit: UnitState, triggerOn: string | null): BoundStatement | null {
  const { unit: tree } = unit;
  if (tree.kind === 'type') return null;
  const kind: BodyKind = tree.kind;
  const cx = createContext({
    world,
    unit,
    type: unit.type,
    kind,
    isStatic: true,
    returns: Types.void,
    member: null,
    triggerObject: triggerOn,
  });
  const body = block(cx, tree.body.statements);
  completes(unit, tree.body.statements);
  return body;
}
