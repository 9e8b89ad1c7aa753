package org.infoshare.gateway.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every duty address when the ledger cannot be reached, or does not write, and again when it does: once each.
 * Stands outside the database, since what waits in it cannot say that it is gone.
 */
final class LedgerWatch implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(LedgerWatch.class);

  private final BooleanSupplier reachable;
  private final DutyMail mail;
  private final List<String> addresses;
  private final String emergencyTelephone;
  private final List<String> toldOfFailure = new ArrayList<>();

  LedgerWatch(
      BooleanSupplier reachable, DutyMail mail, List<String> addresses, String emergencyTelephone) {
    this.reachable = reachable;
    this.mail = mail;
    this.addresses = addresses;
    this.emergencyTelephone = emergencyTelephone;
  }

  /** Looks once. Who could not be told is told at the next look. */
  @Override
  public synchronized void run() {
    if (isThere()) {
      List.copyOf(toldOfFailure).stream()
          .filter(this::tellOfRecovery)
          .forEach(toldOfFailure::remove);
    } else {
      addresses.stream()
          .filter(address -> !toldOfFailure.contains(address))
          .filter(this::tellOfFailure)
          .forEach(toldOfFailure::add);
    }
  }

  /** Of what breaks while it looks nobody can say that it is there. */
  private boolean isThere() {
    try {
      return reachable.getAsBoolean();
    } catch (RuntimeException fault) {
      log.error("the look at the ledger broke: {}", fault.getClass().getName());
      return false;
    }
  }

  private boolean tellOfFailure(String address) {
    log.error("LEDGER_NOT_REACHED");
    return told(
        address,
        "Gateway: messages cannot be received",
        """
        The information sharing gateway cannot reach its database, or cannot write to it. Agencies that send a message now are told
        that it was not received, and to ring %s for urgent concerns.

        What was acknowledged before is kept and goes on when the database is back. You get one more e-mail then.
        """
            .formatted(emergencyTelephone));
  }

  private boolean tellOfRecovery(String address) {
    log.info("the ledger can be reached again");
    return told(
        address,
        "Gateway: messages are received again",
        "The information sharing gateway reaches its database again. Messages are received, and"
            + " what waited goes on.");
  }

  private boolean told(String address, String subject, String text) {
    try {
      mail.send(address, subject, text);
      return true;
    } catch (RuntimeException e) {
      log.warn("the duty address cannot be told: MAIL_NOT_SENT, {}", e.getClass().getName());
      return false;
    }
  }
}
