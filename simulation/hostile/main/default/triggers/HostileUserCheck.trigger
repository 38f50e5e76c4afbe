/** Wants more of users than the platform does. */
trigger HostileUserCheck on User(before insert) {
  for (User newcomer : Trigger.new) {
    if (newcomer.Email?.endsWithIgnoreCase('.invalid') == true) {
      newcomer.Email.addError('This company does not write to invented addresses.');
    }
    newcomer.Department = newcomer.Department ?? 'Unknown';
  }
}
