trigger PortalUserLockGuard on PortalUserLock__c(before insert, before update, before delete) {
  PortalUserLedgerGuard.check(Trigger.isDelete ? Trigger.old : Trigger.new);
}
