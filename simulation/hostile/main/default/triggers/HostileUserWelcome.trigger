/** Hands new users to a future method: "Future method cannot be called from a future or batch method". */
trigger HostileUserWelcome on User(after insert) {
  HostileWelcome.greet(new List<Id>(Trigger.newMap.keySet()));
}
