trigger BookReturnedTrigger on Book_Returned__e(after insert) {
  EventShelf.keep(Trigger.new);
}
