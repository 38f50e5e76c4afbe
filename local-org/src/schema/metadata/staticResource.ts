/** `staticresources/Name.resource-meta.xml`: its contents lie beside it, under a suffix that fits their type. */
import { NotSupported } from '../../runtime/exceptions.ts';
import type { Metadata } from './metadata.ts';
import { problem } from './metadata.ts';
import type { MetadataFile } from './readFiles.ts';
import { textOf } from './xml.ts';

export function readStaticResource(file: MetadataFile, into: Metadata): void {
  const stem = file.path.slice(0, -'.resource-meta.xml'.length);
  const beside = [...file.files.keys()].filter((path) => path !== file.path && path.startsWith(stem));
  const contents = beside.find((path) => /^\.[^./]+$/.test(path.slice(stem.length)));
  const folder = beside.some((path) => path.startsWith(`${stem}/`));
  if (contents === undefined && !folder) {
    into.problems.push(problem(file.path, `no contents beside ${file.path}`));
    return;
  }
  into.staticResources.push({
    name: file.name,
    contentType: textOf(file.root, 'contentType') ?? 'application/octet-stream',
    packed: contents === undefined,
    body: () => {
      const bytes = contents === undefined ? undefined : file.files.get(contents);
      if (!bytes) throw new NotSupported(`static resource ${file.name}, which is packed from a folder`);
      return bytes;
    },
  });
}
