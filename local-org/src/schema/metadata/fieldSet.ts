/** Field sets: `objects/X/fieldSets/Name.fieldSet-meta.xml`, or inside of the object's own file. */
import type { Metadata } from './metadata.ts';
import type { XmlElement } from './xml.ts';
import { childrenNamed, isTrue, textOf } from './xml.ts';

/** What is only available to be added does not belong to it. */
export function readFieldSet(object: string, root: XmlElement, into: Metadata): void {
  const name = textOf(root, 'fullName') ?? '';
  const key = object.toLowerCase();
  into.fieldSets.set(key, [
    ...(into.fieldSets.get(key) ?? []),
    {
      name,
      label: textOf(root, 'label') ?? name,
      description: textOf(root, 'description'),
      members: childrenNamed(root, 'displayedFields').map((member) => ({
        path: textOf(member, 'field') ?? '',
        required: isTrue(member, 'isRequired'),
      })),
    },
  ]);
}
