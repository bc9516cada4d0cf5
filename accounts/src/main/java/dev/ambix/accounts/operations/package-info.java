/// What the people who run the service need: health, an access log, a description of the API.
///
/// [Health] is for load balancers, [AccessLog] for whoever asks what happened, [OpenApi] and [Docs]
/// for those who write clients.
///
/// Nothing here depends on a feature of the service.
@NullMarked
package dev.ambix.accounts.operations;

import org.jspecify.annotations.NullMarked;
