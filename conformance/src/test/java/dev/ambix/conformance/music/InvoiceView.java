package dev.ambix.conformance.music;

import dev.ambix.mapping.Projection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invoice as it is printed: to whom it goes, and what stands on it.
@Projection(of = Invoice.class)
record InvoiceView(
    long id, LocalDate date, CustomerCard customer, BigDecimal total, List<LineView> lines) {
  /// To whom it goes, and whom to ask.
  @Projection(of = Customer.class)
  record CustomerCard(
      String name,
      @Projection.Of("place.country") String country,
      @Projection.Of("support.name") @Nullable String support) {}

  /// Some copies of a track.
  @Projection(of = InvoiceLine.class)
  record LineView(
      int number,
      @Projection.Of("track.name") String track,
      @Projection.Of("track.album.title") String album,
      int copies,
      BigDecimal price) {}
}
