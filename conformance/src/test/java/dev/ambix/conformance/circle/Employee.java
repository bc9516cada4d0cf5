package dev.ambix.conformance.circle;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.References;
import dev.ambix.mapping.Table;
import java.util.UUID;

/// Always works for a department.
@Entity
@Table("employees")
public final class Employee {
  @Id @Generated private UUID id;
  private String name;

  @References(Department.class)
  private UUID departmentId;

  Employee() {}

  public Employee(String name, UUID departmentId) {
    this.name = name;
    this.departmentId = departmentId;
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public UUID departmentId() {
    return departmentId;
  }
}
