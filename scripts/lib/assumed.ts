/** `--assume switch=position`, as a person types it. */
import { assumptions } from '../../local-org/index.ts';

export function assumed(given: readonly string[], refuse: (message: string) => never): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.map((text) => {
      const [name = '', position = ''] = text.split('=');
      const assumption = assumptions.find((each) => each.name === name);
      if (!assumption) return refuse(`There is no assumption switch '${name}': local-org/ASSUMPTIONS.md lists them.`);
      const positions = assumption.positions.map((each) => each.name);
      if (!positions.includes(position)) return refuse(`${name} takes one of ${positions.join(', ')}, not '${position}'.`);
      return [name, position];
    }),
  );
}
