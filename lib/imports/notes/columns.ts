export const noteColumns = {
  firstName: [
    ...["Connection First Name", "Vorname des Kontakts", "Prénom de la relation"],
    ...["Nombre del contacto", "Nome da conexão"],
  ],
  lastName: [
    ...["Connection Last Name", "Nachname des Kontakts", "Nom de la relation"],
    ...["Apellidos del contacto", "Sobrenome da conexão"],
  ],
  url: [
    ...["Connection Profile URL", "Profil-URL des Kontakts", "URL du profil de la relation"],
    ...["URL del perfil del contacto", "URL do perfil da conexão"],
  ],
  note: ["Note", "Notiz", "Nota"],
  createdOn: ["Created On", "Erstellt am", "Créée le", "Créé le", "Creado el", "Creada el", "Criado em", "Criada em"],
  editedOn: [...["Edited On", "Bearbeitet am", "Modifiée le", "Modifié le", "Editado el", "Editada el", "Editado em"]],
} as const;

export type NoteColumn = keyof typeof noteColumns;
