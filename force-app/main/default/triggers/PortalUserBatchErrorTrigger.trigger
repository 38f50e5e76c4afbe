trigger PortalUserBatchErrorTrigger on BatchApexErrorEvent(after insert) {
  PortalUserDeadChunks.record(Trigger.new);
}
