trigger BookTrigger on Book__c(
  before insert,
  after insert,
  before update,
  after update,
  before delete,
  after delete,
  after undelete
) {
  BookTriggerLog.note();
}
