package org.infoshare.gateway.duty;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.GatewaySettings;
import org.infoshare.gateway.ledger.Page;
import org.infoshare.gateway.ledger.Pages;
import org.infoshare.routes.road.LaneWork;
import org.infoshare.routes.road.Ledger;
import org.infoshare.routes.road.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;

/**
 * Tells the next duty address of an immediate risk. A mail server that is down is tried again for
 * as long as it takes; after an answer nobody more is told.
 */
final class PageWork implements LaneWork {

  private static final Logger log = LoggerFactory.getLogger(PageWork.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Pages pages;
  private final Ledger ledger;
  private final DutyMail mail;
  private final GatewaySettings.Duty duty;

  PageWork(Pages pages, Ledger ledger, DutyMail mail, GatewaySettings.Duty duty) {
    this.pages = pages;
    this.ledger = ledger;
    this.mail = mail;
    this.duty = duty;
  }

  @Override
  public void run(UUID ref, Turn turn) {
    Optional<Page> page = pages.find(ref).filter(found -> !found.answered());
    if (page.isPresent()) {
      tell(page.get(), turn);
    } else {
      ledger.nothingToDo(turn);
    }
  }

  private void tell(Page page, Turn turn) {
    List<String> addresses = duty.addresses();
    String address = addresses.get((page.number() - 1) % addresses.size());
    try {
      mail.send(address, "Immediate risk: answer needed", text(page));
      pages.sent(turn, page.id(), address);
    } catch (MailException e) {
      log.warn("page {} of escalation {}: MAIL_NOT_SENT", page.number(), page.escalation());
      pages.failed(turn, page.id(), "MAIL_NOT_SENT", pause(turn.tries()));
    }
  }

  private static Duration pause(int tries) {
    Duration doubled = Duration.ofSeconds(2L << Math.min(tries, 5));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private String text(Page page) {
    return """
    The information sharing gateway has taken in a message that says somebody is at immediate risk.

    Log in, read it, and say that you have it:
    %s

    Escalation: %s
    Told so far: %d time(s). Until a named person answers on that page, the next duty address is told
    every %d minutes.
    """
        .formatted(duty.page(), page.escalation(), page.number(), duty.answerWithin().toMinutes());
  }
}
