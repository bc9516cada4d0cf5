package dev.ambix.processor;

import dev.ambix.processor.check.EntityCheck;
import dev.ambix.processor.check.Problems;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.Rounds;
import dev.ambix.processor.read.SourceReader;
import dev.ambix.processor.write.EntityWriter;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;

/// The work of the processor in one compilation.
final class Compilation {
  private final SourceReader reader;
  private final Problems problems = new Problems();
  private final Output output;
  private final Rounds entities;

  Compilation(ProcessingEnvironment environment) {
    this.reader = new SourceReader(environment);
    this.output = new Output(environment, problems);
    this.entities = new Rounds(environment, reader, "dev.ambix.mapping.Entity");
  }

  void process(RoundEnvironment round) {
    if (round.processingOver()) {
      output.finish();
      return;
    }
    entities.next(round).forEach(this::entity);
  }

  private void entity(Declaration entity) {
    new EntityCheck(reader, problems)
        .check(entity)
        .ifPresent(plan ->
            output.write(entity, new EntityWriter(reader.surroundings(entity.name())).write(plan)));
  }
}
