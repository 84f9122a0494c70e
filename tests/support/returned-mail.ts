/** A delivery report as mail servers write it (RFC 3464), about the letter with this identity. */
export function bounceOf(token: string, { action = 'failed', status = '5.1.1' } = {}): string {
  return [
    'From: Mail Delivery System <mailer-daemon@mx.invalid>',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <20261123.1234@mx.invalid>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'This is the mail system at host mx.invalid.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.invalid',
    '',
    'Final-Recipient: rfc822; kimse@sinaq.invalid',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 User',
    '    unknown',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: <${token}@icma.invalid>`,
    'Subject: x',
    '',
    'x',
    '--b--',
  ].join('\r\n');
}

/** A complaint as big mail providers hand it on (RFC 5965). */
export function complaintOf(token: string, type = 'abuse'): string {
  return [
    'From: <abusedesk@mx.invalid>',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="b"',
    '',
    '--b',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${type}`,
    'User-Agent: SomeGenerator/1.0',
    'Version: 1',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: <${token}@icma.invalid>`,
    '',
    'x',
    '--b--',
  ].join('\r\n');
}
