/** Lead: what was converted cannot be changed any more; its activities and campaigns go on with the contact. */
import { text } from '../change.ts';
import { followPersons } from './Campaign.ts';
import type { ObjectRules } from '../world.ts';

export const Lead: ObjectRules = {
  object: 'Lead',
  validate(rows) {
    for (const change of rows)
      if (change.operation === 'update' && change.before?.fields.get('IsConverted') === true)
        change.fail('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
  },
  saved(rows, world) {
    followPersons(rows, world);
    for (const { row, before, operation } of rows) {
      if (operation !== 'update' || row.fields.get('IsConverted') !== true || before?.fields.get('IsConverted') === true) continue;
      const contact = text(row, 'ConvertedContactId');
      for (const object of ['Task', 'Event']) world.store.run(`UPDATE "${object}" SET "WhoId" = ? WHERE "WhoId" = ?`, [contact, row.id]);
      world.store.run('UPDATE "CampaignMember" SET "ContactId" = ?, "LeadOrContactId" = ?, "Type" = \'Contact\' WHERE "LeadId" = ?', [
        contact,
        contact,
        row.id,
      ]);
    }
  },
};
