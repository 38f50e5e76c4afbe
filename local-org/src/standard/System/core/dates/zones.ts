/** Time zones as Java names them: those of the tz database, `GMT+5:30`, three-letter ids. What nobody knows is GMT. */
import { offsetAt } from '../../../../runtime/timeZones.ts';

/** java.util.TimeZone's old ids; EST, MST and HST keep no summer time. */
const letters: Readonly<Record<string, string>> = {
  ACT: 'Australia/Darwin',
  AET: 'Australia/Sydney',
  AGT: 'America/Argentina/Buenos_Aires',
  ART: 'Africa/Cairo',
  AST: 'America/Anchorage',
  BET: 'America/Sao_Paulo',
  BST: 'Asia/Dhaka',
  CAT: 'Africa/Harare',
  CNT: 'America/St_Johns',
  CST: 'America/Chicago',
  CTT: 'Asia/Shanghai',
  EAT: 'Africa/Addis_Ababa',
  ECT: 'Europe/Paris',
  EST: '-05:00',
  HST: '-10:00',
  IET: 'America/Indiana/Indianapolis',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  MIT: 'Pacific/Apia',
  MST: '-07:00',
  NET: 'Asia/Yerevan',
  NST: 'Pacific/Auckland',
  PLT: 'Asia/Karachi',
  PNT: 'America/Phoenix',
  PRT: 'America/Puerto_Rico',
  PST: 'America/Los_Angeles',
  SST: 'Pacific/Guadalcanal',
  VST: 'Asia/Ho_Chi_Minh',
};

/** `+05:30` of `GMT+5:30`, `GMT+0530`, `GMT+5`; null if it is none. */
function customOffset(id: string): string | null {
  const match = /^GMT([+-])(?:(\d{1,2})(?::([0-5]\d))?|(\d{1,2})([0-5]\d))$/.exec(id);
  const hours = Number(match?.[2] ?? match?.[4]);
  if (!match || hours > 23) return null;
  return `${match[1]}${String(hours).padStart(2, '0')}:${match[3] ?? match[5] ?? '00'}`;
}

function isKnown(zone: string): boolean {
  try {
    offsetAt(zone, 0);
    return true;
  } catch {
    return false;
  }
}

/** A name that runtime/timeZones takes: of the tz database, or `+05:30`. */
export function knownZone(id: string): string {
  const zone = letters[id] ?? customOffset(id) ?? id;
  return isKnown(zone) ? zone : 'GMT';
}
