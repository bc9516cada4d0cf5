package dev.ambix.error;

/// There is no row of this key.
public final class EntityNotFound extends AmbixException {
  private static final long serialVersionUID = 1L;

  private final String entity;

  public EntityNotFound(String entity, Object key) {
    super(
        "EntityNotFound",
        row(entity, key) + ": no such row. Use find where that is expected.",
        null);
    this.entity = entity;
  }

  /// The entity's simple name.
  public String entity() {
    return entity;
  }
}
