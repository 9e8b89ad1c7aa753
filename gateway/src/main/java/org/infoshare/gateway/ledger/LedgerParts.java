package org.infoshare.gateway.ledger;

import java.time.InstantSource;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.LaneTurns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the steps of the road have in common. */
record LedgerParts(
    JdbcClient database,
    CaseKeys keys,
    MessageTexts texts,
    Remembering remembering,
    DecisionRecords records,
    LaneQueue lanes,
    LaneTurns turns,
    WorkingDays days,
    Deadlines deadlines,
    InstantSource clock) {}
