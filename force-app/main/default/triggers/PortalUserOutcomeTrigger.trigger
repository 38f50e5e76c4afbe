trigger PortalUserOutcomeTrigger on PortalUserOutcome__e(after insert) {
  PortalUserSettlement.record(Trigger.new);
}
