package org.infoshare.routes.partner;

/** The answer to a sender, in its protocol's form. */
public record Reply(int httpStatus, String mediaType, byte[] body) {}
