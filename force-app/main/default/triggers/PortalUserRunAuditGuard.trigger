trigger PortalUserRunAuditGuard on PortalUserRunAudit__c(before insert, before update, before delete) {
  if (Trigger.isInsert) {
    PortalUserLedgerGuard.check(Trigger.new);
  } else {
    PortalUserLedgerGuard.refuse(Trigger.isDelete ? Trigger.old : Trigger.new);
  }
}
