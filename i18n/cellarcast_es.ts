<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AskRoom</name>
    <message>
        <source>Land and vines</source>
        <translation>Tierra y clima</translation>
    </message>
    <message>
        <source>How it is made</source>
        <translation>Cómo se elabora</translation>
    </message>
    <message>
        <source>About the wines</source>
        <translation>Sobre los vinos</translation>
    </message>
    <message>
        <source>At the table</source>
        <translation>En la mesa</translation>
    </message>
    <message>
        <source>The house</source>
        <translation>La casa</translation>
    </message>
    <message>
        <source>Buying</source>
        <translation>Comprar</translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation>¿Qué le gustaría saber?</translation>
    </message>
    <message>
        <source>Tap a question to hear the answer.</source>
        <translation>Toque una pregunta para oír la respuesta.</translation>
    </message>
    <message>
        <source>Choose what it is about, or type a word of your question.</source>
        <translation>Elija un tema o escriba una palabra de su pregunta.</translation>
    </message>
    <message>
        <source>Typed: %1</source>
        <translation>Escrito: %1</translation>
    </message>
    <message>
        <source>I do not know. Ask my colleague here.</source>
        <extracomment>In Chinese, say that the letters of pinyin are enough.</extracomment>
        <translation>No lo sé. Pregunte a mi colega, aquí al lado.</translation>
    </message>
    <message>
        <source>A word of your question is enough, without accents.</source>
        <translation>Basta una palabra de su pregunta, sin acentos.</translation>
    </message>
    <message>
        <source>Tap the question you mean.</source>
        <translation>Toque la pregunta que busca.</translation>
    </message>
    <message>
        <source>Type a word</source>
        <translation>Escribir una palabra</translation>
    </message>
    <message>
        <source>Open the keys</source>
        <translation>Abrir el teclado</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n pregunta</numerusform>
            <numerusform>%n preguntas</numerusform>
        </translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Todos los temas</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Contents</source>
        <translation>Índice</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>Text, sound</source>
        <translation>Texto, sonido</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Mi lista</translation>
    </message>
    <message numerus="yes">
        <source>%n wine(s)</source>
        <translation>
            <numerusform>%n vino</numerusform>
            <numerusform>%n vinos</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
</context>
<context>
    <name>ChaptersRoom</name>
    <message>
        <source>Next part</source>
        <translation>Parte siguiente</translation>
    </message>
</context>
<context>
    <name>ContentsRoom</name>
    <message>
        <source>The story</source>
        <translation>La historia</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>Oír el relato</translation>
    </message>
    <message>
        <source>The making</source>
        <translation>La elaboración</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>Ver por dentro</translation>
    </message>
    <message>
        <source>The wines</source>
        <translation>Los vinos</translation>
    </message>
    <message>
        <source>See and compare</source>
        <translation>Ver y comparar</translation>
    </message>
    <message>
        <source>Where it grows</source>
        <translation>Dónde crece</translation>
    </message>
    <message>
        <source>Open the map</source>
        <translation>Abrir el mapa</translation>
    </message>
    <message>
        <source>A walk</source>
        <translation>Un paseo</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Mirar alrededor</translation>
    </message>
    <message>
        <source>Find my wine</source>
        <translation>Elegir mi vino</translation>
    </message>
    <message>
        <source>Five taps</source>
        <translation>Cinco toques</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>Pregunte sin reparo</translation>
    </message>
    <message>
        <source>Live now</source>
        <translation>En directo</translation>
    </message>
    <message>
        <source>Meet the winery</source>
        <translation>Conocer la bodega</translation>
    </message>
    <message>
        <source>Where shall we begin?</source>
        <translation>¿Por dónde empezamos?</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>Still here? Everything is reset in %n second(s).</source>
        <translation>
            <numerusform>¿Sigue ahí? En %n segundo todo vuelve al principio.</numerusform>
            <numerusform>¿Sigue ahí? En %n segundos todo vuelve al principio.</numerusform>
        </translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>Sigo aquí</translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation>Terminar ya</translation>
    </message>
</context>
<context>
    <name>DisplaySheet</name>
    <message>
        <source>Larger text</source>
        <translation>Letra más grande</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>Más contraste</translation>
    </message>
    <message>
        <source>Lower controls</source>
        <translation>Botones más bajos</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Más bajo</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Más alto</translation>
    </message>
    <message>
        <source>Volume %1 %</source>
        <translation>Volumen %1&#xa0;%</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
</context>
<context>
    <name>FinderRoom</name>
    <message>
        <source>The winery does not say: %1.</source>
        <translation>La bodega no lo indica: %1.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>The winery does not say how its wines taste: fewer questions, and a rougher answer.</source>
        <translation>La bodega no dice cómo saben sus vinos: menos preguntas y una respuesta más aproximada.</translation>
    </message>
    <message>
        <source>The next best</source>
        <translation>Segunda opción</translation>
    </message>
    <message>
        <source>Your wine</source>
        <translation>Su vino</translation>
    </message>
    <message>
        <source>Nothing fits all of it. This comes closest:</source>
        <translation>Ninguno cumple todo. El más cercano:</translation>
    </message>
    <message>
        <source>One question back</source>
        <translation>Pregunta anterior</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>Oír el relato</translation>
    </message>
    <message>
        <source>On my list</source>
        <translation>En mi lista</translation>
    </message>
    <message>
        <source>Put on my list</source>
        <translation>Añadir a mi lista</translation>
    </message>
    <message>
        <source>The best</source>
        <translation>Primera opción</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Volver a empezar</translation>
    </message>
</context>
<context>
    <name>FinderWords</name>
    <message>
        <source>How sweet may it be?</source>
        <translation>¿Seco o dulce?</translation>
    </message>
    <message>
        <source>How full should it feel?</source>
        <translation>¿Ligero o con cuerpo?</translation>
    </message>
    <message>
        <source>What do you like most in a wine?</source>
        <translation>¿Qué le gusta más en un vino?</translation>
    </message>
    <message>
        <source>What will be on the table?</source>
        <translation>¿Qué habrá en la mesa?</translation>
    </message>
    <message>
        <source>How cool do you drink it?</source>
        <translation>¿A qué temperatura lo prefiere?</translation>
    </message>
    <message>
        <source>How strong may it be?</source>
        <translation>¿Ligero o fuerte de alcohol?</translation>
    </message>
    <message>
        <source>Dry</source>
        <translation>Seco</translation>
    </message>
    <message>
        <source>A hint of sweetness</source>
        <translation>Un toque dulce</translation>
    </message>
    <message>
        <source>Sweet</source>
        <translation>Dulce</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Ligero</translation>
    </message>
    <message>
        <source>Neither light nor heavy</source>
        <translation>Ni ligero ni pesado</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Con cuerpo</translation>
    </message>
    <message>
        <source>Ripe fruit</source>
        <translation>Fruta madura</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Frescura</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>Suavidad</translation>
    </message>
    <message>
        <source>Oak and spice</source>
        <translation>Roble y especias</translation>
    </message>
    <message>
        <source>Fish and seafood</source>
        <translation>Pescado y marisco</translation>
    </message>
    <message>
        <source>Meat and poultry</source>
        <translation>Carne y aves</translation>
    </message>
    <message>
        <source>Something spicy</source>
        <translation>Algo picante</translation>
    </message>
    <message>
        <source>Cakes and sweets</source>
        <translation>Tartas y dulces</translation>
    </message>
    <message>
        <source>Well chilled</source>
        <translation>Bien frío</translation>
    </message>
    <message>
        <source>Cool</source>
        <translation>Fresco</translation>
    </message>
    <message>
        <source>Hardly chilled</source>
        <translation>Apenas fresco</translation>
    </message>
    <message>
        <source>As most wines are</source>
        <translation>Como la mayoría</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Fuerte</translation>
    </message>
    <message>
        <source>It is dry.</source>
        <translation>Es seco.</translation>
    </message>
    <message>
        <source>It is almost dry.</source>
        <translation>Es casi seco.</translation>
    </message>
    <message>
        <source>It is a little sweet.</source>
        <translation>Es ligeramente dulce.</translation>
    </message>
    <message>
        <source>It is quite sweet.</source>
        <translation>Es bastante dulce.</translation>
    </message>
    <message>
        <source>It is sweet.</source>
        <translation>Es dulce.</translation>
    </message>
    <message>
        <source>It is very light.</source>
        <translation>Es muy ligero.</translation>
    </message>
    <message>
        <source>It is light.</source>
        <translation>Es ligero.</translation>
    </message>
    <message>
        <source>It is neither light nor heavy.</source>
        <translation>No es ni ligero ni pesado.</translation>
    </message>
    <message>
        <source>It is full.</source>
        <translation>Tiene cuerpo.</translation>
    </message>
    <message>
        <source>It is very full.</source>
        <translation>Tiene mucho cuerpo.</translation>
    </message>
    <message>
        <source>Fruit %1 of 5, oak %2 of 5.</source>
        <translation>Fruta %1 de 5, roble %2 de 5.</translation>
    </message>
    <message>
        <source>Acidity %1 of 5.</source>
        <translation>Acidez %1 de 5.</translation>
    </message>
    <message>
        <source>Tannin %1 of 5.</source>
        <translation>Tanino %1 de 5.</translation>
    </message>
    <message>
        <source>Oak %1 of 5.</source>
        <translation>Roble %1 de 5.</translation>
    </message>
    <message>
        <source>The winery pairs it with other dishes.</source>
        <translation>La bodega lo marida con otros platos.</translation>
    </message>
    <message>
        <source>%1: its taste suits that.</source>
        <translation>%1: su sabor va bien con eso.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> </source>
        <comment>between two sentences</comment>
        <translation> </translation>
    </message>
    <message>
        <source>Not quite “%1”: %2</source>
        <translation>No del todo «%1». %2</translation>
    </message>
    <message>
        <source>dishes</source>
        <translation>platos</translation>
    </message>
    <message>
        <source>sweetness</source>
        <translation>dulzor</translation>
    </message>
    <message>
        <source>body</source>
        <translation>cuerpo</translation>
    </message>
    <message>
        <source>taste</source>
        <translation>sabor</translation>
    </message>
</context>
<context>
    <name>Flavour</name>
    <message>
        <source>Fruit</source>
        <translation>Fruta</translation>
    </message>
    <message>
        <source>Acidity</source>
        <translation>Acidez</translation>
    </message>
    <message>
        <source>Sweetness</source>
        <translation>Dulzor</translation>
    </message>
    <message>
        <source>Tannin</source>
        <translation>Tanino</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Cuerpo</translation>
    </message>
    <message>
        <source>Oak</source>
        <translation>Roble</translation>
    </message>
</context>
<context>
    <name>HouseView</name>
    <message>
        <source>Your language</source>
        <translation>Su idioma</translation>
    </message>
    <message>
        <source>As it suits you</source>
        <translation>A su gusto</translation>
    </message>
    <message>
        <source>It stays so until you finish.</source>
        <translation>Se mantiene así hasta terminar.</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Letter %1</source>
        <translation>Letra %1</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Borrar la última letra</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Delete everything typed</source>
        <translation>Borrar todo lo escrito</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the keys</source>
        <translation>Cerrar el teclado</translation>
    </message>
</context>
<context>
    <name>ListRoom</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>My wines</source>
        <translation>Mis vinos</translation>
    </message>
    <message>
        <source>Code with your list</source>
        <translation>Código con su lista</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Mi lista</translation>
    </message>
    <message>
        <source>Scan to keep the list on your phone. No app, no account.</source>
        <translation>Escanee el código y llévese la lista en el móvil. Sin app ni cuenta.</translation>
    </message>
    <message>
        <source>Nothing on it yet. Look at a wine and tap its heart.</source>
        <translation>Aún está vacía. Mire un vino y toque su corazón.</translation>
    </message>
    <message>
        <source>The wines</source>
        <translation>Los vinos</translation>
    </message>
    <message>
        <source>See and compare</source>
        <translation>Ver y comparar</translation>
    </message>
    <message>
        <source>Find my wine</source>
        <translation>Elegir mi vino</translation>
    </message>
    <message>
        <source>Five taps</source>
        <translation>Cinco toques</translation>
    </message>
    <message>
        <source>Tap to take it off</source>
        <translation>Tocar para quitarlo</translation>
    </message>
</context>
<context>
    <name>LiveRoom</name>
    <message>
        <source>No live room yet</source>
        <translation>Aún no hay directo</translation>
    </message>
    <message>
        <source>The live picture is on its way …</source>
        <translation>La imagen en directo está en camino …</translation>
    </message>
    <message>
        <source>The live picture does not come through here. The code works on your phone.</source>
        <translation>La imagen en directo no llega hasta aquí. El código funciona en su móvil.</translation>
    </message>
    <message>
        <source>Being shown now: %1</source>
        <translation>Ahora se presenta: %1</translation>
    </message>
    <message>
        <source>%1, without sound</source>
        <translation>%1, sin sonido</translation>
    </message>
    <message>
        <source>Back to the card</source>
        <translation>Volver a la ficha</translation>
    </message>
    <message>
        <source>Watch here</source>
        <translation>Ver aquí</translation>
    </message>
    <message>
        <source>the live picture, without sound</source>
        <translation>la imagen en directo, sin sonido</translation>
    </message>
</context>
<context>
    <name>OriginRoom</name>
    <message>
        <source>Qingtian</source>
        <translation>Qingtian</translation>
    </message>
    <message>
        <source>Right here</source>
        <translation>Aquí mismo</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>to Qingtian</source>
        <translation>hasta Qingtian</translation>
    </message>
    <message>
        <source>In its country</source>
        <translation>En su país</translation>
    </message>
    <message>
        <source>The way to Qingtian</source>
        <translation>El camino a Qingtian</translation>
    </message>
</context>
<context>
    <name>WalkRoom</name>
    <message>
        <source>Walk on: %1</source>
        <translation>Seguir: %1</translation>
    </message>
    <message>
        <source>Hear about: %1</source>
        <translation>Escuchar: %1</translation>
    </message>
    <message>
        <source>Walk on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>Oír el relato</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>A la izquierda</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>A la derecha</translation>
    </message>
</context>
<context>
    <name>WineLeaf</name>
    <message>
        <source>Nose</source>
        <translation>Nariz</translation>
    </message>
    <message>
        <source>Palate</source>
        <translation>Boca</translation>
    </message>
    <message>
        <source>Pair with</source>
        <translation>Maridaje</translation>
    </message>
</context>
<context>
    <name>WinesRoom</name>
    <message>
        <source>On my list</source>
        <translation>En mi lista</translation>
    </message>
    <message>
        <source>Put on my list</source>
        <translation>Añadir a mi lista</translation>
    </message>
    <message>
        <source>Its description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Its flavour</source>
        <translation>Su sabor</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Dejar de comparar</translation>
    </message>
    <message>
        <source>Compare with another</source>
        <translation>Comparar con otro</translation>
    </message>
    <message>
        <source>Tap the second wine</source>
        <translation>Toque el segundo vino</translation>
    </message>
</context>
</TS>
