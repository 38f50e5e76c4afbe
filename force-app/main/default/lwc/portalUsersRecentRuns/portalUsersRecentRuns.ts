/** The latest runs, to come back to. Fires `open` with the run's id. */
import { LightningElement, api } from 'lwc';
import recentRuns from '@salesforce/apex/PortalUserConsole.recentRuns';
import { messageOf } from 'c/portalUsersErrors';
import { format } from 'c/portalUsersText';
import { labels } from './labels';

const BADGES: Readonly<Record<string, string>> = {
  Finished: 'slds-theme_success',
  Stopped: 'slds-theme_error',
  Waiting: 'slds-theme_warning',
};

interface Shown extends Apex.RunRow {
  readonly requesterText: string;
  readonly stateText: string;
  readonly figures: string;
  readonly badge: string;
}

export default class PortalUsersRecentRuns extends LightningElement {
  labels = labels;
  rows: readonly Shown[] = [];
  loaded = false;
  problem = '';

  connectedCallback(): void {
    void this.refresh();
  }

  get isEmpty(): boolean {
    return this.loaded && this.rows.length === 0 && this.problem === '';
  }

  @api
  async refresh(): Promise<void> {
    try {
      this.rows = (await recentRuns()).map((run) => ({
        ...run,
        stateText: run.waitsForMe ? labels.waitsForMe : labels[run.state.toLowerCase() as keyof typeof labels],
        requesterText: run.waitsForMe ? format(labels.requester, run.requester ?? '') : '',
        figures: run.state === 'Finished' ? format(labels.created, run.created) : format(labels.contacts, run.requested),
        badge: BADGES[run.state] ?? '',
      }));
      this.problem = '';
    } catch (error) {
      this.problem = messageOf(error);
    }
    this.loaded = true;
  }

  handleOpen(event: { readonly target: (EventTarget & { readonly name: string }) | null }): void {
    this.dispatchEvent(new CustomEvent('open', { detail: event.target?.name }));
  }
}
