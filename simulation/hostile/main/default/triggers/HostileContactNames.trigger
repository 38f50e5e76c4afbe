/** Throws, instead of refusing the row: the whole statement dies. */
trigger HostileContactNames on Contact(before insert, before update) {
  for (Contact person : Trigger.new) {
    if (Pattern.matches('.*\\d.*', person.LastName)) {
      throw new IllegalArgumentException('People have no digits in their names: ' + person.LastName);
    }
  }
}
