package dev.ambix.error;

/// The row was changed or deleted by somebody else since it was read.
public final class StaleEntity extends AmbixException {
  private static final long serialVersionUID = 1L;

  private final String entity;
  private final transient Object key;

  public StaleEntity(String entity, Object key) {
    super(
        "StaleEntity",
        row(entity, key)
            + ": the row was changed or deleted since it was read."
            + " Read it again and repeat the change.",
        null);
    this.entity = entity;
    this.key = key;
  }

  /// The entity's simple name.
  public String entity() {
    return entity;
  }

  /// The key of the row.
  public Object key() {
    return key;
  }
}
