package org.infoshare.gateway.duty;

import org.infoshare.gateway.GatewaySettings;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * E-mail to duty addresses. Says that something waits and where, never what it says or whom it is
 * about.
 */
@Component
class DutyMail {

  private final JavaMailSender sender;
  private final GatewaySettings.Duty duty;

  DutyMail(JavaMailSender sender, GatewaySettings settings) {
    this.sender = sender;
    this.duty = settings.duty();
  }

  /**
   * @throws MailException if the mail server did not take it
   */
  void send(String address, String subject, String text) {
    var mail = new SimpleMailMessage();
    mail.setFrom(duty.from());
    mail.setTo(address);
    mail.setSubject(subject);
    mail.setText(text);
    sender.send(mail);
  }
}
