/** How a message went, in numbers: nobody by name, and no reason why somebody still waits. */
export type Figures = {
  total: number;
  waiting: number;
  sent: number;
  failed: number;
  bounced: number;
  withdrawn: number;
  stopped: number;
  unknown: number;
  unsubscribed: number;
};
