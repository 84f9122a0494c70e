// Loaded into web and worker before their own code. They are in process groups of their own, so that Ctrl-C
// reaches only the starter, which stops them in order; when the starter itself is killed, they must not stay.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
