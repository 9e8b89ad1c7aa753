package org.infoshare.gateway.ledger;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger and its lanes run.
 *
 * @param masterKey file of the key that encrypts all keys; every node on one ledger needs the same.
 *     Blank: in the data folder
 * @param engineVersion of the policy engine, for the record of decisions
 * @param deadline after which a person is told of a delivery that does not get through
 * @param urgentDeadline the same, for immediate and red messages
 * @param deadlines the same, for single partners, by agency id
 * @param slots lanes that run at once on this node
 * @param urgentSlots so many more, that only urgent lanes may take
 * @param refusedInputKept for how long the trace of what was refused at the door is kept
 */
@ConfigurationProperties("gateway.ledger")
public record LedgerSettings(
    @DefaultValue("") String masterKey,
    @DefaultValue("OPA 1.22.2") String engineVersion,
    @DefaultValue("4h") Duration deadline,
    @DefaultValue("15m") Duration urgentDeadline,
    @DefaultValue Map<String, Duration> deadlines,
    @DefaultValue("48") int slots,
    @DefaultValue("16") int urgentSlots,
    @DefaultValue("730d") Duration refusedInputKept) {}
