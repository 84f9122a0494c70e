import type { Translate } from '#app/i18n/words.ts';

/** What the outbox says on the phone; `{n}` and `{time}` are filled in there. */
export function outboxWords(t: Translate) {
  const n = '{n}';
  const time = '{time}';
  return {
    title: t('outbox.title'),
    waiting: t('outbox.waiting', { n }),
    allSent: t('outbox.all-sent'),
    kept: t('outbox.kept', { time }),
    copy: t('outbox.copy', { time }),
    signIn: t('outbox.sign-in'),
    signInLink: t('outbox.sign-in-link'),
    states: {
      waiting: t('outbox.state.waiting'),
      sent: t('outbox.state.sent'),
      refused: t('outbox.state.refused'),
    },
    dies: t('outbox.dies', { time }),
    now: t('outbox.now'),
    dismiss: t('outbox.dismiss'),
    wipe: t('outbox.wipe'),
    wipeAsk: t('outbox.wipe-ask'),
    wipeLoses: t('outbox.wipe-loses', { n }),
    wipeYes: t('outbox.wipe-yes'),
    wipeNo: t('outbox.wipe-no'),
    wiped: t('outbox.wiped'),
    reload: t('outbox.reload'),
    signOutLoses: t('outbox.sign-out-loses', { n }),
    notKept: t('outbox.not-kept'),
  };
}
export type OutboxWords = ReturnType<typeof outboxWords>;
