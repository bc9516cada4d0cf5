package dev.ambix.processor.check;

/// Everything that can be wrong. `docs/errors.md` says what each one means and what to do.
public enum Code {
  // The class of an entity.
  EntityShape,
  EntityExtends,
  EntityWithoutId,
  ConstructorMissing,
  InvalidName,
  DuplicateTable,
  DuplicateColumn,
  GeneratedNameTaken,

  // Its hierarchy.
  HierarchyNotSealed,
  HierarchySubtype,
  DuplicateKind,
  SubtypeTable,
  SubtypeAttribute,

  // Its attributes.
  UnmappedType,
  UnmappedJson,
  FinalAttribute,
  TypeNotVisible,
  NullablePrimitive,
  NullableNotAllowed,
  MisplacedAnnotation,
  ConflictingAnnotations,
  InvalidLength,
  InvalidPrecision,
  DecimalWithoutPrecision,
  EmbeddedNotRecord,
  RecursiveEmbedded,
  ConverterUnusable,
  ConverterMismatch,
  InvalidDefault,
  UnsupportedGeneration,
  DuplicateVersion,

  // Its associations.
  AssociationType,
  AssociationTarget,
  AssociationNotFinal,
  AssociationColumns,
  MappedByMismatch,
  OrphanNotOptional,

  // Its constraints.
  UnknownAttribute,
  ConstraintWithoutAttributes,
  CheckWithoutCondition,
  DuplicateConstraint,
  ReferenceTarget,
  ReferenceTypeMismatch,
  SetNullNotNullable,

  // Projections.
  ProjectionShape,
  ProjectionOfNoEntity,
  ProjectionTypeMismatch,
  SensitiveInProjection,
  RecursiveProjection,

  // What leaves the service.
  EntityAsJson,
  SensitiveAsJson,

  // SQL text.
  SqlNotConstant,
  SqlTextOverride,
  SqlTextUnchecked,

  // The processor itself.
  MappingNotProvided,
  ProcessorDefect;

  /// The text of a message: `[Code] subject: what is wrong; got X, expected Y. Fix.`
  public String format(String subject, String text) {
    return "[" + name() + "] " + subject + ": " + text;
  }
}
