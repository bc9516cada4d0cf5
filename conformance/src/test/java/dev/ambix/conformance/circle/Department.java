package dev.ambix.conformance.circle;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.References;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Has employees, one of whom manages it.
@Entity
@Table("departments")
public final class Department {
  @Id @Generated private UUID id;
  private String name;

  @References(Employee.class)
  private @Nullable UUID managerId;

  @Version private int version;

  Department() {}

  public Department(String name) {
    this.name = name;
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public @Nullable UUID manager() {
    return managerId;
  }

  public void manager(@Nullable UUID newManager) {
    managerId = newManager;
  }

  public int version() {
    return version;
  }
}
