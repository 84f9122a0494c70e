import { describe, expect, it } from 'vitest';
import { toEnglish, toRussian } from '#app/kernel/transliterate.ts';

describe('place names in other letters', () => {
  it.each([
    ['Pensər', 'Pensar', 'Пенсар'],
    ['Ərçivan', 'Archivan', 'Арчиван'],
    ['Göyçay', 'Goychay', 'Гёйчай'],
    ['Gədəbəy', 'Gadabay', 'Гядабей'],
    ['Kürdəmir', 'Kurdamir', 'Кюрдамир'],
    ['Siyəzən', 'Siyazan', 'Сиязан'],
    ['Yenikənd', 'Yenikand', 'Еникянд'],
    ['Xaçmaz', 'Khachmaz', 'Хачмаз'],
    ['Hacıqabul', 'Hajigabul', 'Гаджыгабул'],
    ['Baş Göynük', 'Bash Goynuk', 'Баш Гёйнюк'],
    ['Öksüz-dərə', 'Oksuz-dara', 'Оксюз-дара'],
    ['İmişli', 'Imishli', 'Имишли'],
    ['', '', ''],
  ])('%s → %s, %s', (az, en, ru) => {
    expect(toEnglish(az)).toBe(en);
    expect(toRussian(az)).toBe(ru);
  });
});
