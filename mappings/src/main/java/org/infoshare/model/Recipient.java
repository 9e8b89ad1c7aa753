package org.infoshare.model;

/**
 * Who a message is for: an agency in one of its functions. The sender names the recipients; the
 * gateway adds nobody.
 */
public record Recipient(AgencyId agency, Function function) {}
