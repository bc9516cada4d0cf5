/// The service as a whole: its settings, its parts, its start and its stop.
///
/// Read [Service] first: it lists what a request passes, in order. [Settings] is what an operator
/// decides, [Main] the command.
///
/// This package may use all others, and none uses it.
@NullMarked
package dev.ambix.accounts.server;

import org.jspecify.annotations.NullMarked;
