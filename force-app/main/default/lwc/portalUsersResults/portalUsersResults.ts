/** Results of a finished run: figures, both files, and what became of each contact. */
import { LightningElement, api } from 'lwc';
import failures from '@salesforce/apex/PortalUserConsole.failures';
import successes from '@salesforce/apex/PortalUserConsole.successes';
import { messageOf } from 'c/portalUsersErrors';
import { labels } from './labels';

const FILES = { successes, failures };

export default class PortalUsersResults extends LightningElement {
  @api runId = '';
  @api progress: Apex.Progress = { state: 'Finished', requested: 0, ready: 0, created: 0, skipped: 0, failed: 0, sendInvitations: false };

  labels = labels;
  busy = false;
  problem = '';

  async handleDownload(event: { readonly target: (EventTarget & { readonly name: string }) | null }): Promise<void> {
    const which = event.target?.name as keyof typeof FILES;
    this.busy = true;
    this.problem = '';
    try {
      save(`${which}-${this.runId}.csv`, await this.wholeFile(which));
    } catch (error) {
      this.problem = messageOf(error);
    }
    this.busy = false;
  }

  async wholeFile(which: keyof typeof FILES): Promise<string> {
    let csv = '';
    let afterRow = 0;
    for (;;) {
      const page = await FILES[which]({ runId: this.runId, afterRow });
      csv += page.csv;
      if (page.done) return csv;
      afterRow = page.lastRow;
    }
  }
}

/** The byte order mark tells spreadsheets that it is UTF-8; Lightning Web Security lets plain text be saved. */
function save(name: string, csv: string): void {
  const url = URL.createObjectURL(new Blob([`\ufeff${csv}`], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
