package dev.ambix.conformance.listen;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Table;
import org.jspecify.annotations.Nullable;

/// A line of an audit log: what happened to one attribute of one row.
@Entity
@Table("audit_entries")
public final class AuditEntry {
  @Id @Generated private long id;
  private String what;
  private String rowKey;
  private String attribute;
  private @Nullable String before;
  private @Nullable String after;

  AuditEntry() {}

  AuditEntry(
      String what,
      String rowKey,
      String attribute,
      @Nullable Object before,
      @Nullable Object after) {
    this.what = what;
    this.rowKey = rowKey;
    this.attribute = attribute;
    this.before = before == null ? null : before.toString();
    this.after = after == null ? null : after.toString();
  }

  @Override
  public String toString() {
    return what + " " + rowKey + "." + attribute + ": " + before + " -> " + after;
  }
}
