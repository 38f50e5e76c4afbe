/** One function of emitted code: prologue, body, epilogue. */
import { PRICE } from '../runtime/cpu.ts';
import { MAX_DEPTH } from '../runtime/failures.ts';
import { placeName, type Place } from '../runtime/stackTrace.ts';
import type { Sharing } from '../types/symbols.ts';
import { MethodScope } from './methodScope.ts';
import type { UnitScope } from './unitScope.ts';

/** Whose code it is. */
export interface FrameFacts {
  readonly className: string;
  readonly sharing: Sharing;
  readonly apiVersion: number;
}

export interface FunctionFacts {
  readonly name: string;
  readonly place: Place;
  readonly params: readonly string[];
  readonly line: number;
  /** null = calls nothing, so needs no frame. */
  readonly frame: FrameFacts | null;
  /** Class whose static state the function begins with, if that class has any. */
  readonly statics: string | null;
  /** Initialising methods return the object. */
  readonly returnsThis: boolean;
}

/** A name for it, to call it by from anywhere in the unit. */
export const functionName = (unit: UnitScope, place: Place, inner = false): string => placeName(place, unit.number(), inner);

export function emitFunction(unit: UnitScope, facts: FunctionFacts, body: (m: MethodScope) => void): void {
  const { lines } = unit;
  const m = new MethodScope(unit, facts.place, facts.statics, facts.returnsThis);
  unit.kernel('ticker');
  lines.moveTo(facts.line);
  lines.text(`function ${facts.name}(${facts.params.join(',')}){`);
  const fillPrologue = lines.reserve();
  body(m);
  const statics = facts.statics === null ? '' : `const $s=${unit.kernel('enterClass')}(${unit.class(facts.statics)});`;
  const price = PRICE.call + m.cost;
  fillPrologue(
    m.declarations() +
      (facts.frame
        ? `${enterFrame(unit, facts.frame)}if(($ticker.n+=${price})>$ticker.max)${unit.kernel('cpuExceeded')}();${statics}`
        : `$ticker.n+=${price};${statics}`),
  );
  if (facts.returnsThis) lines.text('return this;');
  lines.text(facts.frame ? '}finally{$state.frame=$f;$state.depth--;}}' : '}');
}

function enterFrame(unit: UnitScope, frame: FrameFacts): string {
  unit.kernel('state');
  return `const $f=$state.frame;$state.frame=${frameExpression(unit, frame)};try{if(++$state.depth>${MAX_DEPTH})${unit.kernel('tooDeep')}();`;
}

/** `inherited sharing` is the caller's. */
function frameExpression(unit: UnitScope, { className, sharing, apiVersion }: FrameFacts): string {
  const frame = (resolved: 'with' | 'without'): string => unit.constant(JSON.stringify({ className, sharing: resolved, apiVersion }));
  return sharing === 'inherited' ? `$f.sharing==='with'?${frame('with')}:${frame('without')}` : frame(sharing);
}
