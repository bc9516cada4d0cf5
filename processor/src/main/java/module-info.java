/// The annotation processor that writes an entity's fields and mapper.
@org.jspecify.annotations.NullMarked
module dev.ambix.processor {
  requires static transitive org.jspecify;
  requires java.compiler;
  requires jdk.compiler;

  provides javax.annotation.processing.Processor with
      dev.ambix.processor.AmbixProcessor,
      dev.ambix.processor.AnnotationClaim;
}
