-- The first version of the charter and of the terms in Spanish, as it comes with the program: where nobody has made
-- another since. A site that has its own texts writes them in Spanish itself, if it wants to.
insert into charter_text (version, rule, lang, title, text)
select 1, rule, 'es', title, text from (values
  (1, 'Respetar a las personas', 'Se debaten ideas. No se insulta, amenaza ni humilla a nadie.'),
  (2, 'No atacar a nadie por lo que es', 'No se menosprecia a nadie por su origen, su religión, su sexo, su orientación, su edad, su discapacidad o su situación.'),
  (3, 'Proteger la vida privada', 'No se publican direcciones, números, fotos ni detalles privados de otra persona, ni nada que permita reconocerla contra su voluntad.'),
  (4, 'Hablar del informe', 'Una contribución habla del informe, del pasaje o de la contribución a que se refiere. Lo que no tiene relación con ellos no tiene lugar aquí.'),
  (5, 'Actuar de buena fe', 'No se habla en nombre de otra persona sin su acuerdo, y no se da por verdadero lo que se sabe que es falso.'),
  (6, 'No vender nada, no repetir', 'Ni publicidad, ni el mismo texto enviado una y otra vez.')
) as said (rule, title, text)
where (select max(version) from charter) = 1;

insert into terms_text (version, article, lang, title, text)
select 1, article, 'es', title, text from (values
  (1, 'Este texto es un punto de partida', 'Se entrega con el software. La persona o el organismo que abre este sitio debe leerlo, adaptarlo y sustituirlo por el suyo: solo él conoce sus obligaciones. El aviso legal dice quién publica este sitio.'),
  (2, 'Lo que se hace aquí', 'Se leen informes públicos, sin cuenta y gratuitamente. Con una cuenta, se proponen palabras, se hacen preguntas, se apoya lo que otras personas han escrito y se recibe una respuesta motivada.'),
  (3, 'La cuenta', 'Una cuenta es de una sola persona. En ella se puede aparecer con un seudónimo, salvo donde un informe pide un nombre real para su moderación. Lo que permite iniciar sesión no se comparte con nadie, y se avisa si otra persona lo usa.'),
  (4, 'Lo que se escribe es público', 'Una contribución se publica con el nombre elegido, su fecha y sus versiones sucesivas. Puede recogerse en el informe, citarse en una respuesta y descargarse con una edición. Se puede retirar mientras no haya recibido respuesta; lo que ya figura en una edición permanece en ella.'),
  (5, 'Los derechos sobre lo que se escribe', 'Cada persona conserva la autoría de lo que escribe. Al publicarlo, permite a cualquiera leerlo, reutilizarlo y modificarlo con la licencia del informe, indicada en su primera página. Solo publica lo que tiene derecho a publicar.'),
  (6, 'Las reglas entre todas las personas', 'Las normas de moderación dicen lo que no tiene lugar aquí y cómo se decide. Una decisión de moderación está motivada y se puede recurrir.'),
  (7, 'Lo que el sitio promete y lo que no promete', 'Lo recibido no se pierde, y cada decisión sigue pudiendo leerse en el registro público. El sitio puede interrumpirse para su mantenimiento. Responder a una contribución no obliga a nadie a recogerla.'),
  (8, 'Dejar el sitio', 'En cualquier momento se puede retirar lo que se ha escrito, llevarse los datos propios y pedir el borrado de la cuenta, sin aceptar nuevas condiciones.'),
  (9, 'Cuando cambian estas condiciones', 'Cada versión sigue pudiendo leerse y compararse con las demás. Cuando un cambio es importante, se explica la primera vez que la persona hace algo después, y pide un nuevo acuerdo.')
) as said (article, title, text)
where (select max(version) from terms) = 1;
