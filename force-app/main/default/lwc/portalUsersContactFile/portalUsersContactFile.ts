/** A CSV file of contacts, read in the browser. Fires `contacts` with the ids. */
import { LightningElement } from 'lwc';
import { contactIdsOf } from 'c/portalUsersCsv';
import { format } from 'c/portalUsersText';
import { labels } from './labels';

export default class PortalUsersContactFile extends LightningElement {
  labels = labels;
  outcome = '';
  leftOut = '';
  problem = '';

  async handleFile(event: CustomEvent<{ files: FileList }>): Promise<void> {
    const file = event.detail.files[0];
    if (!file) return;
    const { ids, without } = contactIdsOf(await file.text());
    this.problem = ids.length === 0 ? format(labels.noIds, file.name) : '';
    this.outcome = ids.length > 0 ? format(labels.read, ids.length, file.name) : '';
    this.leftOut = ids.length > 0 && without > 0 ? format(labels.without, without) : '';
    if (ids.length > 0) this.dispatchEvent(new CustomEvent('contacts', { detail: ids }));
  }
}
