/** What a promise gives, or `late` if it has given nothing after so many milliseconds. */
export function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | 'late'> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
