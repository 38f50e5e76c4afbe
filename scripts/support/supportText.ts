/** The text of local-org/SUPPORT.md: tables of the code, and forms that were tried a moment ago. */
import { join } from 'node:path';
import { openOrg, support, type Org, type SupportedType } from '../../local-org/index.ts';
import { formatted } from '../lib/markdown.ts';
import { root } from '../lib/tools.ts';
import { APEX, SOQL, type Probe } from './probes.ts';

export const SUPPORT_FILE = join(root, 'local-org', 'SUPPORT.md');

export async function supportText(): Promise<string> {
  const { types, objects, formulas } = support();
  const members = types.reduce((sum, type) => sum + type.members.length, 0);
  const fields = objects.reduce((sum, object) => sum + object.fields.length, 0);
  return formatted(
    SUPPORT_FILE,
    [
      `# What the local org supports

Anything else is refused by name, at compile time where that is possible: \`NotSupported\`, never a silent wrong answer. Printed by \`npm run support\`: classes and objects from the tables of the code, the forms of SOQL and Apex by running each example.`,
      '## SOQL',
      table(tried(SOQL, soqlOutcomes)),
      '## Apex',
      table(tried(APEX, apexOutcomes)),
      `## Formulas

Formula fields, validation rules, default values, roll-up summary fields and \`FormulaEval\`: ${code(formulas.functions)}

Refused: ${code(formulas.notSupported)}`,
      `## Standard objects

${objects.length} objects, ${fields} fields. Custom objects, custom settings, custom metadata types and platform events come from metadata.`,
      ...objects.map(
        ({ name, fields: all, operations }) =>
          `**${name}** (${operations.join(', ') || 'read'}): ${all.map((field) => `\`${field}\``).join(' ')}`,
      ),
      `## Library

${types.length} types, ${members} members.`,
      ...types.map(section),
    ].join('\n\n'),
  );
}

function section({ name, kind, members, notSupported }: SupportedType): string {
  const lines = members.length > 0 ? [`\`\`\`text\n${members.join('\n')}\n\`\`\``] : [];
  const refused = notSupported.length > 0 ? [`Refused: ${notSupported.map((each) => `\`${each}\``).join(', ')}`] : [];
  return [`### ${name.replaceAll('<', '\\<')}${kind === 'class' ? '' : ` (${kind})`}`, ...lines, ...refused].join('\n\n');
}

/** Example → null if it works, else what is said. */
type Outcomes = (org: Org, probes: readonly Probe[]) => readonly (string | null)[];

function tried(probes: readonly Probe[], outcomes: Outcomes): readonly (readonly [Probe, string | null])[] {
  const org = openOrg({ file: null, cache: null });
  try {
    const told = outcomes(org, probes);
    return probes.map((probe, i) => [probe, told[i] ?? null]);
  } finally {
    org.close();
  }
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

const soqlOutcomes: Outcomes = (org, probes) =>
  probes.map(({ example }) => {
    try {
      org.query(example);
      return null;
    } catch (error) {
      return firstLine((error as Error).message);
    }
  });

const metadata = (type: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">\n<apiVersion>67.0</apiVersion>\n<status>Active</status>\n</${type}>`;

const apexOutcomes: Outcomes = (org, probes) => {
  const files = new Map<string, Uint8Array>();
  const add = (name: string, source: string): void => {
    files.set(`classes/${name}.cls`, Buffer.from(source));
    files.set(`classes/${name}.cls-meta.xml`, Buffer.from(metadata('ApexClass')));
  };
  // Inner classes cannot be stubbed.
  add('Probed', 'public virtual class Probed { public virtual Integer answer() { return 1; } }');
  probes.forEach(({ example, members }, i) =>
    add(`Probe${i}Test`, `@IsTest\nprivate class Probe${i}Test {\n@IsTest static void runs() { ${example} }\n${members}\n}`),
  );
  const { problems } = org.deploy(files);
  const { outcomes } = org.test([]);
  return probes.map((_probe, i) => {
    const problem = problems.find(({ path }) => path.endsWith(`/Probe${i}Test.cls`));
    if (problem) return problem.message;
    const outcome = outcomes.find(({ class: name }) => name === `Probe${i}Test`);
    return outcome?.outcome === 'Pass' ? null : firstLine(outcome?.message ?? 'did not run');
  });
};

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' ');

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

const table = (rows: readonly (readonly [Probe, string | null])[]): string =>
  [
    '| form | example | |',
    '| --- | --- | --- |',
    ...rows.map(([{ form, example }, said]) => `| ${form} | \`${cell(example)}\` | ${said === null ? 'yes' : `no: ${cell(said)}`} |`),
  ].join('\n');
