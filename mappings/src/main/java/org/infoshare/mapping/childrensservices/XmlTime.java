package org.infoshare.mapping.childrensservices;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Days and moments of the contract, which the schema has checked before: a day has no offset, a
 * moment has one.
 */
public final class XmlTime {

  private XmlTime() {}

  /** A calendar day in England. */
  public static final class Day extends XmlAdapter<String, LocalDate> {
    @Override
    public LocalDate unmarshal(String day) {
      return LocalDate.parse(day.strip());
    }

    @Override
    public String marshal(LocalDate day) {
      return day == null ? null : day.toString();
    }
  }

  /** A moment, written with its seconds. */
  public static final class Moment extends XmlAdapter<String, OffsetDateTime> {
    @Override
    public OffsetDateTime unmarshal(String moment) {
      return OffsetDateTime.parse(moment.strip());
    }

    @Override
    public String marshal(OffsetDateTime moment) {
      return moment == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }
  }
}
